package sqlite

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
)

const many = 20_000

// BenchmarkIssue issues 20,000 certificates in one batch, and beside it a bare
// loop writes as many rows of the same size into the same database.
func BenchmarkIssue(b *testing.B) {
	for b.Loop() {
		_, r := opened(b, filepath.Join(b.TempDir(), "so"), Options{}, nil)
		d, err := r.Prepare(ctx, registertest.Results(1, many), registertest.Options())
		if err != nil || len(d.New) != many {
			b.Fatal(err, len(d.New))
		}
		if _, err := r.Issue(ctx, d, registertest.Seal); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(many/(b.Elapsed().Seconds()/float64(b.N)), "certificates/s")
}

func BenchmarkBareInsert(b *testing.B) {
	for b.Loop() {
		bare(b, b.TempDir())
	}
	b.ReportMetric(many/(b.Elapsed().Seconds()/float64(b.N)), "rows/s")
}

// bare writes one row a certificate in one transaction, and nothing else.
func bare(b *testing.B, folder string) *sql.DB {
	b.Helper()
	db, err := sql.Open("sqlite", dsn(filepath.Join(folder, "bare.db"), "_txlock=immediate"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	body := make([]byte, 1700) // what an entry of these certificates holds
	if _, err := db.Exec(`CREATE TABLE rows (seq BIGINT PRIMARY KEY, id TEXT, body BYTEA)`); err != nil {
		b.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	s, err := tx.Prepare(`INSERT INTO rows VALUES ($1, $2, $3)`)
	if err != nil {
		b.Fatal(err)
	}
	for i := range many {
		if _, err := s.Exec(i, fmt.Sprint("VD-2023-2-", i), body); err != nil {
			b.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
	return db
}

// BenchmarkOpenAndAudit opens a register of 20,000 certificates, which audits
// all of it.
func BenchmarkOpenAndAudit(b *testing.B) {
	folder := filepath.Join(b.TempDir(), "so")
	s, r := opened(b, folder, Options{}, nil)
	d, err := r.Prepare(ctx, registertest.Results(1, many), registertest.Options())
	if err == nil {
		_, err = r.Issue(ctx, d, registertest.Seal)
	}
	if err != nil {
		b.Fatal(err)
	}
	s.Close()
	for b.Loop() {
		s, err := Open(ctx, folder, Options{Machine: "máy một"})
		if err != nil {
			b.Fatal(err)
		}
		r, err := register.Open(ctx, s, register.Options{Now: func() time.Time { return registertest.Now }})
		if err != nil || r.Writable() != nil {
			b.Fatal(err, r.Writable())
		}
		s.Close()
	}
	b.ReportMetric(many/(b.Elapsed().Seconds()/float64(b.N)), "certificates/s")
}

// BenchmarkBareRead reads as many rows back and does nothing with them.
func BenchmarkBareRead(b *testing.B) {
	db := bare(b, b.TempDir())
	for b.Loop() {
		rows, err := db.Query(`SELECT seq, id, body FROM rows ORDER BY seq`)
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for rows.Next() {
			var seq int
			var id string
			var body []byte
			if err := rows.Scan(&seq, &id, &body); err != nil {
				b.Fatal(err)
			}
			n++
		}
		if rows.Close(); n != many {
			b.Fatal(n)
		}
	}
	b.ReportMetric(many/(b.Elapsed().Seconds()/float64(b.N)), "rows/s")
}

// BenchmarkRestore restores a backup of 20,000 certificates: copied, audited,
// entered and opened where it stands. BenchmarkOpenAndAudit is one of its parts.
func BenchmarkRestore(b *testing.B) {
	root := b.TempDir()
	s, r := opened(b, filepath.Join(root, "so"), Options{}, nil)
	d, err := r.Prepare(ctx, registertest.Results(1, many), registertest.Options())
	if err == nil {
		_, err = r.Issue(ctx, d, registertest.Seal)
	}
	if err != nil {
		b.Fatal(err)
	}
	info, err := r.Backup(ctx, filepath.Join(root, "usb"), opener, "")
	if err != nil {
		b.Fatal(err)
	}
	s.Close()
	for b.Loop() {
		done, err := register.Restore(ctx, filepath.Join(root, "usb", info.File), filepath.Join(b.TempDir(), FileName), opener, registertest.Opening(), register.KnownOutside{}, "đo")
		if err != nil || done.Backup.Seq != info.Head.Seq {
			b.Fatal(err, done.Backup.Seq)
		}
	}
	b.ReportMetric(many/(b.Elapsed().Seconds()/float64(b.N)), "certificates/s")
}
