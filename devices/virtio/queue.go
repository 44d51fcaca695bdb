package virtio

import (
	"context"
	"errors"

	"example.com/vmm/guest"
)

// QueueConfig is what the transport knows about a queue the driver enabled.
type QueueConfig struct {
	Size      uint16     // entries, a power of two, at most the device's maximum
	Desc      guest.Addr // descriptor table, 16-byte aligned
	Avail     guest.Addr // available ring ("driver area"), 2-byte aligned
	Used      guest.Addr // used ring ("device area"), 4-byte aligned
	EventIdx  bool       // VIRTIO_F_EVENT_IDX negotiated
	Indirect  bool       // VIRTIO_F_INDIRECT_DESC negotiated
	Doorbell  Doorbell
	Interrupt Interrupt
	Stats     *QueueStats
}

// Queue is the device side of one split virtqueue (virtio 1.2, section 2.7
// "Split Virtqueues"). One goroutine calls Next/TryNext; any goroutine may call
// Push and Flush.
type Queue struct{ cfg QueueConfig }

// Chain is one descriptor chain: what the driver lets the device read, then what
// it lets the device write. Every descriptor was copied once and checked.
type Chain struct{}

// NewQueue checks cfg against guest memory.
func NewQueue(mem *guest.Memory, cfg QueueConfig) (*Queue, error) { return nil, errors.New("x") }

// Next returns the next available chain, waiting on the doorbell if there is none.
func (q *Queue) Next(ctx context.Context) (*Chain, error) { return nil, nil }

// TryNext returns the next chain, or nil if none is available now.
func (q *Queue) TryNext() (*Chain, error) { return nil, nil }

// Push publishes c in the used ring with n bytes written and interrupts the driver unless it asked not to be.
func (q *Queue) Push(c *Chain, n uint32) error { return nil }
