package guest

// Mode is the processor mode a guest starts in.
type Mode int

const (
	// Mode64 is long mode with paging on; Entry.CR3 points at page tables that
	// map at least what the guest touches first.
	Mode64 Mode = iota
	// Mode32 is flat protected mode with paging off (PVH and multiboot entries).
	Mode32
)

// A Table is a descriptor table register: where it lies and its limit in bytes
// (the last valid offset).
type Table struct {
	Base  Addr
	Limit uint16
}

// An Entry is the state the boot processor starts in, as a loader decided it. All
// segments are flat; CS and DS (used for DS, ES, SS) are the selectors under which
// the table at GDT describes them. Registers not listed start as zero; interrupts
// are off. A zero IDT makes any exception a triple fault.
type Entry struct {
	Mode     Mode
	RIP, RSP uint64
	RAX, RBX uint64
	RSI, RDI uint64
	CR3      Addr
	GDT, IDT Table
	CS, DS   uint16

	// How says in a few words how the guest is entered, for people: "bzImage,
	// lz4 payload unpacked on the host, 64-bit ELF entry".
	How string
}

// BootInfo is what the machine tells a loader about itself.
type BootInfo struct {
	RSDP    Addr   // ACPI root pointer, 0 if the machine has no ACPI tables
	Cmdline string // words the machine adds to the command line, may be empty
}

// A Loader fills guest memory with a program and says how to enter it. Load is
// called once, before any vCPU exists, by the machine.
type Loader interface {
	Load(mem *Memory, info BootInfo) (*Entry, error)
}
