// Package guest holds guest-physical memory: the only way any code in this
// module touches guest RAM.
//
// A guest-physical address is an [Addr], never a bare uint64. [Memory] turns an
// address into bytes, checks every range against RAM, and gives the few atomic
// accesses that ring protocols need. Loaders (guest/linux), table builders
// (guest/acpi) and tiny guests (guest/micro) live in folders below and write
// through Memory; nothing here knows KVM.
package guest
