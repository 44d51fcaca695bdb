package virtio

import (
	"context"
	"sync/atomic"
)

// DeviceID is a virtio device type (virtio 1.2, section 5 "Device Types").
type DeviceID uint32

// Device types this module implements.
const (
	IDNet     DeviceID = 1
	IDBlock   DeviceID = 2
	IDConsole DeviceID = 3
	IDEntropy DeviceID = 4
)

// Feature is a set of feature bits (virtio 1.2, section 2.2 "Feature Bits").
// Bits 0 to 23 and 50 to 127 belong to the device type; the rest is reserved for
// the transport and the queues.
type Feature uint64

// Reserved feature bits (virtio 1.2, section 6 "Reserved Feature Bits"). The
// transport offers them; a Device lists only bits of its own type.
const (
	FeatureIndirectDesc Feature = 1 << 28 // VIRTIO_F_INDIRECT_DESC
	FeatureEventIdx     Feature = 1 << 29 // VIRTIO_F_EVENT_IDX
	FeatureVersion1     Feature = 1 << 32 // VIRTIO_F_VERSION_1
	FeatureRingReset    Feature = 1 << 40 // VIRTIO_F_RING_RESET
)

// Has reports whether every bit of want is in f.
func (f Feature) Has(want Feature) bool { return f&want == want }

// A Device is one virtio device. The transport calls it; it never calls KVM and
// never learns its address. ID, Features and QueueSizes are constant for the
// life of the device and may be called from any goroutine. ReadConfig and
// WriteConfig may be called at any time, while Serve runs too, but never two at
// once. Serve is never called twice at the same time.
type Device interface {
	// ID is the device type.
	ID() DeviceID

	// Features are the device-type bits offered to the driver.
	Features() Feature

	// QueueSizes is the maximum size of each queue, each a power of two from 1 to
	// 32768; its length is the number of queues.
	QueueSizes() []uint16

	// ReadConfig fills p with the bytes at off of the device's configuration
	// space. p and off come from the guest: bytes beyond the space read as zero.
	ReadConfig(p []byte, off int)

	// WriteConfig takes a driver's write of p at off. Bytes beyond the space and
	// fields that are read-only are ignored.
	WriteConfig(p []byte, off int)

	// Serve runs the device, in a goroutine of its own, from DRIVER_OK until ctx
	// ends (the driver reset the device, or the machine stops). While it runs, the
	// session's queues are its own. It must return soon after ctx ends, with every
	// goroutine it started; the error is then ignored. Any other returned error
	// becomes DEVICE_NEEDS_RESET; nil means the device has nothing more to do.
	Serve(ctx context.Context, s *Session) error
}

// A Doorbell tells a device that its driver may have made buffers available.
// Wait blocks until at least one notify arrived since the last Wait, or ctx
// ends (then it returns ctx.Err()). One goroutine waits at a time. An eventfd
// satisfies it, and so does an in-memory fake.
type Doorbell interface {
	Wait(ctx context.Context) error
}

// An Interrupt tells the driver that the device used buffers. Signal never
// blocks and may be called from any goroutine.
type Interrupt interface {
	Signal() error
}

// A Session is what a device has between DRIVER_OK and reset: negotiated
// features and queues. It is valid until Serve's ctx ends and Serve returned.
type Session struct {
	features Feature
	queues   []*Queue
	config   func()
}

// NewSession is for transports and tests: devices are handed one. queues has an
// entry for each of QueueSizes, nil where the driver left the queue disabled.
// configChanged raises the configuration-change interrupt.
func NewSession(features Feature, queues []*Queue, configChanged func()) *Session {
	return &Session{features: features, queues: queues, config: configChanged}
}

// Features is what the driver accepted of the features offered.
func (s *Session) Features() Feature { return s.features }

// Queue is queue i, or nil if the driver did not enable it.
func (s *Session) Queue(i int) *Queue {
	if i < 0 || i >= len(s.queues) {
		return nil
	}
	return s.queues[i]
}

// ConfigChanged tells the driver that the configuration space changed, after the
// device changed what ReadConfig returns. Any goroutine may call it.
func (s *Session) ConfigChanged() { s.config() }

// QueueStats counts what happened on one queue over the life of the machine,
// resets included. The fields are counters that any goroutine may load.
type QueueStats struct {
	NotifiesByEventfd    atomic.Uint64 // driver notifies KVM turned into an eventfd signal
	NotifiesByExit       atomic.Uint64 // driver notifies that returned to userspace
	Wakeups              atomic.Uint64 // times the device's goroutine woke for its doorbell
	Chains               atomic.Uint64 // descriptor chains taken
	InterruptsSent       atomic.Uint64 // used-buffer interrupts sent
	InterruptsSuppressed atomic.Uint64 // used-buffer interrupts the driver did not want
}
