package machine

import "time"

// Report is what a machine counted. It is complete once Run returned; before, the
// counts are those of the moment.
type Report struct {
	Entry      string            `json:"entry"` // how the kernel was entered
	MemoryMiB  uint64            `json:"memory_mib"`
	CPUs       int               `json:"cpus"`
	Devices    []DeviceReport    `json:"devices"`
	Exits      map[string]uint64 `json:"exits"` // KVM exits by reason, all vCPUs
	FirstEntry time.Time         `json:"-"`     // just before the boot vCPU's first KVM_RUN
	Ended      time.Time         `json:"-"`     // when the guest had ended
}

// DeviceReport is one virtio device's part of a Report.
type DeviceReport struct {
	Name   string        `json:"name"` // "blk", "console", "rng", or "virtio-<id>"
	Index  int           `json:"index"`
	Base   string        `json:"base"` // guest-physical address of its register window
	GSI    uint32        `json:"gsi"`
	Queues []QueueReport `json:"queues"`
}

// QueueReport is one virtqueue's counts; see virtio.QueueStats.
type QueueReport struct {
	Index                int    `json:"index"`
	NotifiesByEventfd    uint64 `json:"notifies_by_eventfd"`
	NotifiesByExit       uint64 `json:"notifies_by_exit"`
	Wakeups              uint64 `json:"wakeups"`
	Chains               uint64 `json:"chains"`
	InterruptsSent       uint64 `json:"interrupts_sent"`
	InterruptsSuppressed uint64 `json:"interrupts_suppressed"`
}
