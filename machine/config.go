package machine

import (
	"io"

	"example.com/vmm/devices/virtio"
	"example.com/vmm/guest"
)

// Config is what a machine is made of. The zero value of a field is its default.
type Config struct {
	KVM    string // path of the KVM device, default /dev/kvm
	Memory uint64 // guest RAM in bytes, default DefaultMemory
	CPUs   int    // number of vCPUs, default 1

	// Boot fills guest memory; see guest/linux and guest/micro.
	Boot guest.Loader

	// Devices are the virtio devices, in the order the guest finds them. The
	// machine serves them while it runs; closing what they hold is the caller's.
	Devices []virtio.Device

	// SerialOut takes what the guest sends on COM1, in order, from one goroutine
	// at a time; nil discards it. Write may block: the guest then waits. It must
	// fail once the caller wants the machine to stop.
	SerialOut io.Writer

	// NoIOEventFD serves every queue notify by an exit to userspace, for comparison.
	NoIOEventFD bool

	// VirtioCmdline adds a virtio_mmio.device= word for each device to the
	// command line, for kernels without ACPI.
	VirtioCmdline bool
}

// DefaultMemory is the guest RAM of a Config that says nothing, in bytes.
const DefaultMemory = 512 << 20

// End is how a guest ended.
type End string

// The ways a guest ends.
const (
	EndPowerOff    End = "power-off"    // ACPI S5
	EndReset       End = "reset"        // ACPI reset register, port 0xcf9, i8042
	EndDebugExit   End = "debug-exit"   // write to port 0xf4; Result.Code has the value
	EndTripleFault End = "triple-fault" // KVM_EXIT_SHUTDOWN
	EndStopped     End = "stopped"      // ctx ended first
)

// Result is what the guest did. Code is meaningful for EndDebugExit.
type Result struct {
	End  End
	Code uint8
	// LastExits are the last exits of the vCPU that ended the run, oldest first.
	LastExits []ExitRecord
}

// ExitRecord is one KVM exit, for diagnosis.
type ExitRecord struct {
	CPU    int    `json:"cpu"`
	Reason string `json:"reason"`
	Detail string `json:"detail,omitempty"` // e.g. "out port 0xf4 size 1"
}
