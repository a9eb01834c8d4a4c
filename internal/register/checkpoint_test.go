package register_test

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
)

func fresh(t testing.TB) *register.Register {
	t.Helper()
	r, err := register.Open(context.Background(), registertest.Memory(), registertest.Opening())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func issue(t testing.TB, r *register.Register, first, n int) []ocop.Certificate {
	t.Helper()
	d, err := r.Prepare(context.Background(), registertest.Results(first, n), registertest.Options())
	if err != nil || len(d.Held) > 0 {
		t.Fatal(err, d.Held)
	}
	issued, err := r.Issue(context.Background(), d, registertest.Seal)
	if err != nil {
		t.Fatal(err)
	}
	return issued
}

func refused(t testing.TB, err error, want *message.Text) {
	t.Helper()
	if e, ok := message.Of(err); !ok || e.Text != want {
		t.Errorf("want %s, got %v", want.Code, err)
	}
}

func TestCheckpointsProveWhatWasPublished(t *testing.T) {
	ctx := context.Background()
	r := fresh(t)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	skey, vkey, err := note.GenerateKey(registertest.Random(3), "ocop.example")
	must(err)
	signer, err := note.NewSigner(skey)
	must(err)
	verifier, err := note.NewVerifier(vkey)
	must(err)
	known := note.VerifierList(verifier)
	var published [][]byte
	for n := range 9 {
		issue(t, r, 1+10*n, 1+n)
		cp, err := r.Checkpoint(ctx, signer)
		must(err)
		published = append(published, cp)
		for i, before := range published {
			if err := r.ProveExtends(ctx, before, known); err != nil {
				t.Errorf("checkpoint %d in %d: %v", i, n, err)
			}
		}
	}
	for i := range published[:1] {
		forged := []byte(strings.Replace(string(published[i]), "\n2\n", "\n3\n", 1))
		if err := r.ProveExtends(ctx, forged, known); err == nil {
			t.Error("a forged checkpoint was taken")
		}
	}
	shrunk, err := register.Open(ctx, registertest.Memory(), registertest.Opening())
	must(err)
	refused(t, shrunk.ProveExtends(ctx, published[2], known), register.ForkedLog)
	// The same register id, the same number of entries, other content.
	fork := fresh(t)
	issue(t, fork, 500, 40)
	refused(t, fork.ProveExtends(ctx, published[3], known), register.ForkedLog)
}
