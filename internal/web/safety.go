package web

import (
	"net"
	"net/http"
	"slices"
	"strings"

	"ocoprint/internal/message"
)

// maxUpload is the largest body of a request: a workbook of 20 MiB and its form.
const maxUpload = 20<<20 + 64<<10

var (
	wrongHost = message.Define("web-wrong-host", "Địa chỉ “{host}” không phải của trang này.", "“{host}” is not an address of this page.").
			Hint("Mở trang bằng địa chỉ mà chương trình đã in ra.", "Open the page by the address that the program printed.")
	crossSite = message.Define("web-cross-site", "Yêu cầu đến từ trang khác nên bị từ chối.", "The request came from another site and is refused.").
			Hint("Quay lại trang của chương trình và bấm lại nút.", "Go back to the program's page and press the button again.")
)

// guard is the door: who may knock, how much may be carried in, and what the
// browser may do with what it gets.
func (s *Server) guard(next http.Handler) http.Handler {
	cross := http.NewCrossOriginProtection()
	cross.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.refuse(w, r, http.StatusForbidden, crossSite.Err())
	}))
	inner := cross.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		headers(w.Header())
		if !s.knownHost(r.Host) {
			s.refuse(w, r, http.StatusMisdirectedRequest, wrongHost.With("host", clip(r.Host, 60)).Err())
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxUpload)
		inner.ServeHTTP(w, r)
	})
}

// headers allow our own styles, script, pictures and requests, nothing else.
func headers(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "+
		"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
}

// knownHost keeps other names that were pointed at this machine out (DNS
// rebinding).
func (s *Server) knownHost(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	name = strings.ToLower(strings.Trim(name, "[]"))
	if len(s.opt.Hosts) > 0 {
		return slices.Contains(s.opt.Hosts, name)
	}
	ip := net.ParseIP(name)
	return name == "localhost" || (ip != nil && ip.IsLoopback())
}

func clip(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
