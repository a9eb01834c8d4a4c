package intake

import "ocoprint/internal/ocop"

// Rules gives the findings about a result that depend on who issues and on the
// day (domain.md §9: E08, I11, E18, I19, W20, W17). It changes nothing. The
// office applies it to the rows that Select kept, before register.Prepare.
func Rules(r ocop.Result, a ocop.Authority, asOf ocop.Date) []ocop.Finding { return nil }
