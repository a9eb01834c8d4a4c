// Package seal signs what a certificate says and opens what a phone scanned.
package seal
