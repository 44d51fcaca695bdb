// Package machine assembles, runs and stops one virtual machine: guest memory,
// vCPUs, in-kernel interrupt controllers, platform devices, ACPI tables and a
// virtio-mmio transport, doorbells and interrupt for each virtio device.
//
// A [Config] says what to build, [New] builds it, [Machine.Run] runs it until the
// guest ends or ctx does. Concrete virtio devices are the caller's: they arrive as
// Config.Devices.
package machine
