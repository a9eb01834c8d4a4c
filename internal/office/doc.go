// Package office is the day's operations: check a workbook, draft, issue,
// print, verify, revoke, back up. The command line and the web call the same
// ones, so that what the clerk does by a button is what the verb does.
//
// It promises that nothing is issued before everything of a row was checked
// (rules, register, page), that rows read = issued + already issued + left out
// with a reason, and that files appear whole or not at all.
//
// Begin with Office (office.go) and Run (run.go), the main job.
package office
