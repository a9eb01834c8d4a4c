package web

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
)

// assetVersions names every file of static/ with the head of its hash, so that
// a new program never shows its pages in an older one's styles.
var assetVersions = func() map[string]string {
	m := map[string]string{}
	err := fs.WalkDir(staticFiles, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := staticFiles.ReadFile(name)
		sum := sha256.Sum256(data)
		m["/"+name] = hex.EncodeToString(sum[:6])
		return err
	})
	if err != nil {
		panic(err) // the folder is embedded
	}
	return m
}()

// asset is the address of a file of static/ on a page, with its hash.
func asset(name string) string {
	v, ok := assetVersions["/static/"+name]
	if !ok {
		panic("no static file " + name) // a page's fault, found by any test that shows it
	}
	return "/static/" + name + "?v=" + v
}

// static serves the program's own styles and scripts. What is asked for by its
// hash may be kept for a year; anything else is asked for again each time.
func (s *Server) static() http.Handler {
	files, err := fs.Sub(staticFiles, "static")
	if err != nil {
		panic(err) // the folder is embedded
	}
	serve := http.StripPrefix("/static/", http.FileServerFS(files))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if v := assetVersions[r.URL.Path]; v != "" && r.URL.Query().Get("v") == v {
			w.Header().Set("Cache-Control", "max-age=31536000, immutable")
		}
		serve.ServeHTTP(w, r)
	})
}
