// Package register is the office's memory (sổ cấp giấy chứng nhận): one number
// for one result, given once, never taken away.
//
// It promises, on every store and after any fault (reliability P1–P12, P21):
// each number of a series is given once or closed with a reason, without gap
// or double; a number exists only together with its frozen certificate; the
// same results again issue nothing; every later happening (print, revoke,
// hand over, …) is an event that is added, nothing is changed or deleted; any
// change of the stored register by other means is named by Audit.
//
// Begin with Open, then Prepare (checks everything, issues nothing) and Issue
// (one transaction). Each event of a certificate's life has its own file:
// issue.go, print.go, correct.go, revoke.go, handover.go, … What is read again
// comes from Get, List, Search, History and Status.
//
// # The journal
//
// The register is a list of entries, numbered from 1. An entry's body is a
// JSON object in UTF-8 (the fields of Event in the order of that type, empty
// ones left out), kept and hashed exactly as it was written, never encoded
// again. Entries are chained:
//
//	hash(n) = SHA-256("OCOP-ENTRY-1" 0x00 ‖ n as 8 bytes, big endian ‖ hash(n-1) ‖ body(n))
//	hash(0) = 32 zero bytes
//
// and form a transparency log (golang.org/x/mod/sumdb/tlog) whose record n-1
// is the 32 bytes of hash(n). The head – number and hash of the last entry,
// root of the tree and the last number of each series – is kept in a second
// place (Options.Head), printed on each batch's report (Head.Short) and signed
// as a checkpoint (Checkpoint). Everything else that a store keeps about
// certificates is an index that Audit derives again from the entries and
// compares.
//
// Personal data (representative, phone, tax number, who received a
// certificate) stands apart, keyed by entry; the entry carries
// SHA-256("OCOP-PERSONAL-1" 0x00 ‖ salt ‖ data), so that erasing it leaves the
// chain whole.
package register
