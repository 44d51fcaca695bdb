package guest

import (
	"sync/atomic"
	"unsafe"
)

// Ring protocols share 16-bit words with the guest. Go has no 16-bit atomics, but
// on amd64 an aligned 16-bit load or store is one instruction, is not torn, and
// (total store order) is never reordered with other loads (for a load) or other
// stores (for a store). The compiler keeps these accesses in order because they
// go through noinline functions. Only store→load needs a fence: see Fence.

// LoadUint16 reads the little-endian 16-bit word at gpa once. It returns
// *RangeError if the word leaves RAM. gpa must be even: an odd one reads as out
// of range, because it could be torn.
func (m *Memory) LoadUint16(gpa Addr) (uint16, error) {
	b, err := m.word(gpa, 2)
	if err != nil {
		return 0, err
	}
	return load16(&b[0]), nil
}

// StoreUint16 writes the little-endian 16-bit word at gpa once, after every write
// before it in program order. Errors are those of LoadUint16.
func (m *Memory) StoreUint16(gpa Addr, v uint16) error {
	b, err := m.word(gpa, 2)
	if err != nil {
		return err
	}
	store16(&b[0], v)
	return nil
}

// word is Slice for a naturally aligned word.
func (m *Memory) word(gpa Addr, n uint64) ([]byte, error) {
	if uint64(gpa)%n != 0 {
		return nil, &RangeError{Addr: gpa, Len: n}
	}
	return m.Slice(gpa, n)
}

//go:noinline
func load16(p *byte) uint16 {
	// Reason: the byte slice is at least two bytes long and aligned (word checked).
	return *(*uint16)(unsafe.Pointer(p))
}

//go:noinline
func store16(p *byte, v uint16) {
	// Reason: as in load16.
	*(*uint16)(unsafe.Pointer(p)) = v
}

var fenceWord atomic.Uint32

// Fence orders every guest-memory access before it against every one after it,
// store→load included (a locked instruction on amd64). Ring code needs it between
// publishing an index or an event field and re-reading the other side's.
func Fence() { fenceWord.Or(0) }
