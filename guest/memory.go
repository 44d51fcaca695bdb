package guest

import (
	"errors"
	"fmt"
	"io"

	"golang.org/x/sys/unix"
)

// Addr is a guest-physical address in bytes.
type Addr uint64

// String prints the address in hexadecimal.
func (a Addr) String() string { return fmt.Sprintf("%#x", uint64(a)) }

// The 32-bit hole: RAM stops at HoleStart and goes on at HoleEnd (4 GiB).
// Device windows, the local APIC and the I/O APIC live in between.
const (
	HoleStart Addr = 0xc000_0000
	HoleEnd   Addr = 0x1_0000_0000
)

// PageSize is the size of a guest page in bytes.
const PageSize = 4096

// ErrOutOfRange is wrapped by every *RangeError.
var ErrOutOfRange = errors.New("outside guest memory")

// A RangeError names an access that leaves RAM.
type RangeError struct {
	Addr Addr   // first byte asked for
	Len  uint64 // bytes asked for
}

func (e *RangeError) Error() string {
	return fmt.Sprintf("%d bytes at guest address %v: %v", e.Len, e.Addr, ErrOutOfRange)
}

func (e *RangeError) Unwrap() error { return ErrOutOfRange }

// A Region is one contiguous piece of RAM. It never wraps around and never
// crosses into another region; two regions are not accessed as one even where
// they touch.
type Region struct {
	Start Addr
	mem   []byte
}

// Size is the region's length in bytes, a multiple of PageSize.
func (r Region) Size() uint64 { return uint64(len(r.mem)) }

// End is the address of the first byte after the region.
func (r Region) End() Addr { return r.Start + Addr(len(r.mem)) }

// Bytes is the region's host mapping, for registration as a KVM memory slot.
// It aliases guest memory and is valid until Memory.Close.
func (r Region) Bytes() []byte { return r.mem }

// Memory is the RAM of one guest: at most two regions, below the 32-bit hole and
// from 4 GiB up. Its methods may be called at the same time from any goroutine
// until Close; the guest may change any byte at any time.
type Memory struct {
	regions []Region
}

// NewMemory maps size bytes of zeroed RAM (rounded up to whole pages). Pages cost
// host memory only once they are touched. The caller owns the result and calls
// Close after the last user, the VM's memory slots included, is gone.
func NewMemory(size uint64) (*Memory, error) {
	if size == 0 {
		return nil, errors.New("guest memory of 0 bytes")
	}
	if size > 1<<46 {
		return nil, fmt.Errorf("guest memory of %d bytes: more than 64 TiB", size)
	}
	size = (size + PageSize - 1) &^ (PageSize - 1)
	m := &Memory{}
	low := min(size, uint64(HoleStart))
	if err := m.add(0, low); err != nil {
		return nil, err
	}
	if high := size - low; high > 0 {
		if err := m.add(HoleEnd, high); err != nil {
			_ = m.Close()
			return nil, err
		}
	}
	return m, nil
}

func (m *Memory) add(start Addr, size uint64) error {
	b, err := unix.Mmap(-1, 0, int(size), unix.PROT_READ|unix.PROT_WRITE,
		unix.MAP_PRIVATE|unix.MAP_ANONYMOUS|unix.MAP_NORESERVE)
	if err != nil {
		return fmt.Errorf("map %d bytes of guest memory: %w", size, err)
	}
	m.regions = append(m.regions, Region{Start: start, mem: b})
	return nil
}

// Close unmaps the memory. Every slice handed out before becomes invalid.
func (m *Memory) Close() error {
	var errs []error
	for _, r := range m.regions {
		errs = append(errs, unix.Munmap(r.mem))
	}
	m.regions = nil
	return errors.Join(errs...)
}

// Regions lists the regions in ascending order. The caller must not change it.
func (m *Memory) Regions() []Region { return m.regions }

// Size is the amount of RAM in bytes.
func (m *Memory) Size() uint64 {
	var n uint64
	for _, r := range m.regions {
		n += r.Size()
	}
	return n
}

// Slice returns n bytes at gpa, aliasing guest memory; the guest may change them
// at any time, so copy first and check the copy. It returns *RangeError if they
// leave RAM or cross from one region into another.
func (m *Memory) Slice(gpa Addr, n uint64) ([]byte, error) {
	for i := range m.regions {
		r := &m.regions[i]
		if gpa < r.Start {
			break
		}
		off := uint64(gpa - r.Start)
		size := uint64(len(r.mem))
		if off <= size && n <= size-off {
			return r.mem[off : off+n : off+n], nil
		}
	}
	return nil, &RangeError{Addr: gpa, Len: n}
}

// Read copies len(p) bytes at gpa into p, or returns *RangeError and copies nothing.
func (m *Memory) Read(gpa Addr, p []byte) error {
	b, err := m.Slice(gpa, uint64(len(p)))
	if err != nil {
		return err
	}
	copy(p, b)
	return nil
}

// Write copies p to gpa, or returns *RangeError and writes nothing.
func (m *Memory) Write(gpa Addr, p []byte) error {
	b, err := m.Slice(gpa, uint64(len(p)))
	if err != nil {
		return err
	}
	copy(b, p)
	return nil
}

// Fill fills n bytes at gpa from r. A short read is io.ErrUnexpectedEOF.
func (m *Memory) Fill(gpa Addr, n uint64, r io.Reader) error {
	b, err := m.Slice(gpa, n)
	if err != nil {
		return err
	}
	if _, err := io.ReadFull(r, b); err != nil {
		return fmt.Errorf("fill %d bytes at guest address %v: %w", n, gpa, err)
	}
	return nil
}
