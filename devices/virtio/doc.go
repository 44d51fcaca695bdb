// Package virtio is what a device author needs to write a virtio device: the
// [Device] contract, the [Session] a device serves, and the split virtqueue
// [Queue] with its checked [Chain]s. It follows "Virtual I/O Device (VIRTIO)
// Version 1.2" (OASIS committee specification 01).
//
// Transports (devices/virtio/mmio), one folder for each device (blk, console,
// rng) and the test kit (virtiotest) live below. Nothing here needs /dev/kvm.
package virtio
