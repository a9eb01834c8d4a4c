package web

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/office"
)

// papersBody is the stack of papers of an import.
type papersBody struct {
	Kept   kept
	Job    job
	Papers []paperChoice
	Done   []doneView // paper by paper, in the order of the office
	Single []fileView // one file a certificate
	Failed *Problem
}

type paperChoice struct {
	Name, Title, About string
	On                 bool // chosen last time; the first time the main ones
}

type fileView struct{ Name, Size string }

// doneView is a paper that was made: for print, and as a workbook.
type doneView struct {
	Title      string
	Print, Xls *fileView
}

func (s *Server) papersPage(w http.ResponseWriter, r *http.Request) {
	k, ok, err := s.findImport(r.Context(), r.PathValue("id"))
	if err == nil && !ok {
		err = pageMissing.Err()
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	body := papersBody{Kept: k}
	body.Job = s.work.look(k.ID)
	if body.Job.Err != nil {
		body.Failed = problemOf(body.Job.Err, langOf(r))
	}
	if body.Job.Stage = stageName(body.Job.Stage, langOf(r)); body.Job.Stage == "" {
		body.Job.Stage = words{langOf(r)}.pick("giấy tờ", "papers")
	}
	files, singles := s.filesOf(k.ID, langOf(r))
	body.Single = singles
	for _, p := range office.Papers() {
		body.Papers = append(body.Papers, paperChoice{p.Name, p.Title.In(langOf(r)), p.About.In(langOf(r)), k.wants(p.Name, p.Main)})
		d := doneView{Title: p.Title.In(langOf(r))}
		for i, f := range files {
			switch f.Name {
			case p.File + ".pdf":
				d.Print = &files[i]
			case p.File + ".xlsx":
				d.Xls = &files[i]
			}
		}
		if d.Print != nil || d.Xls != nil {
			body.Done = append(body.Done, d)
		}
	}
	s.show(w, r, http.StatusOK, "papers", Page{Title: k.Name, Active: "home", Body: body})
}

// wants says whether a paper is ticked: as it was chosen for this file last.
func (k kept) wants(name string, main bool) bool {
	if k.Papers == nil {
		return main
	}
	return slices.Contains(k.Papers, name)
}

// stageName is what is being made, as the list of papers calls it.
func stageName(file string, lang message.Lang) string {
	for _, p := range office.Papers() {
		if strings.TrimSuffix(file, path.Ext(file)) == p.File {
			return p.Title.In(lang)
		}
	}
	if file == office.SinglesFolder {
		return words{lang}.pick("từng giấy một tệp", "one file a certificate")
	}
	return file
}

// filesOf lists what lies in an import's folder: whole files only.
func (s *Server) filesOf(id string, lang message.Lang) (files, singles []fileView) {
	_ = fs.WalkDir(os.DirFS(s.work.out(id)), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(path.Base(name), ".") {
			return nil // a folder that does not exist yet holds nothing
		}
		info, err := d.Info()
		switch {
		case err != nil:
		case strings.Contains(name, "/"):
			singles = append(singles, fileView{name, sizeOf(info.Size(), lang)})
		default:
			files = append(files, fileView{name, sizeOf(info.Size(), lang)})
		}
		return nil
	})
	return files, singles
}

func sizeOf(n int64, lang message.Lang) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", (n+1023)>>10)
	}
	mb := fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	return words{lang}.pick(strings.Replace(mb, ".", ",", 1), mb)
}

var nonePicked = message.Define("web-no-paper-chosen", "Chưa chọn giấy tờ nào.", "No paper was chosen.").
	Hint("Đánh dấu ít nhất một loại rồi bấm “Lập giấy tờ”.", "Tick at least one and press “Make the papers”.")

// startPrinting makes the chosen papers in the background.
func (s *Server) startPrinting(w http.ResponseWriter, r *http.Request) {
	err := r.ParseForm()
	if err == nil && len(r.PostForm["giay"]) == 0 {
		err = nonePicked.Err()
	}
	var k kept
	var d *office.Draft
	if err == nil {
		k, d, err = s.draftOf(r)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if len(d.Plan.New) > 0 {
		s.fail(w, r, notIssued.Err())
		return
	}
	o := s.officeOf(r)
	chosen := r.PostForm["giay"]
	k.Papers = chosen
	if err := s.keepImport(r.Context(), o, k); err != nil {
		s.fail(w, r, err)
		return
	}
	s.work.begin(k.ID, func(ctx context.Context, progress func(string, int, int)) ([]office.File, error) {
		batch, err := o.Issue(ctx, d) // nothing is new: it gathers what was issued
		if err != nil {
			return nil, err
		}
		return o.Print(ctx, batch, office.PrintOptions{Out: s.work.out(k.ID), Only: chosen, Singles: true, Progress: progress})
	}, func(err error) {
		if err != nil {
			s.opt.Log.Error("print papers", "import", k.ID, "error", err)
		}
	})
	http.Redirect(w, r, "/tep/"+k.ID+"/giay-to", http.StatusSeeOther)
}

func (s *Server) stopPrinting(w http.ResponseWriter, r *http.Request) {
	s.work.stop(r.PathValue("id"))
	http.Redirect(w, r, "/tep/"+r.PathValue("id")+"/giay-to", http.StatusSeeOther)
}

// inFolder opens a file of an import's folder; a name cannot lead outside.
func (s *Server) inFolder(r *http.Request, name string) (*os.File, error) {
	if _, ok, err := s.findImport(r.Context(), r.PathValue("id")); err != nil || !ok {
		return nil, errors.Join(err, pageMissing.Err())
	}
	root, err := os.OpenRoot(s.work.out(r.PathValue("id")))
	if err != nil {
		return nil, pageMissing.With().Wrap(err)
	}
	defer root.Close()
	f, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, pageMissing.With().Wrap(err)
	}
	return f, nil
}

func (s *Server) download(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("file")
	f, err := s.inFolder(r, name)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.IsDir() {
		s.fail(w, r, pageMissing.Err())
		return
	}
	kind := mime.TypeByExtension(path.Ext(name))
	if path.Ext(name) == ".xlsx" {
		kind = xlsxType
	}
	if r.URL.Query().Has("xem") && kind == "application/pdf" {
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Content-Disposition", "inline")
	} else {
		attachment(w, path.Base(name), kind)
	}
	http.ServeContent(w, r, path.Base(name), info.ModTime(), f)
}

func attachment(w http.ResponseWriter, name, kind string) {
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
}

// downloadAll gives everything as one zip, written as it is read.
func (s *Server) downloadAll(w http.ResponseWriter, r *http.Request) {
	k, ok, err := s.findImport(r.Context(), r.PathValue("id"))
	if err == nil && !ok {
		err = pageMissing.Err()
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	attachment(w, "giay-to-"+office.BaseName(k.Name)+".zip", "application/zip")
	z := zip.NewWriter(w)
	root := os.DirFS(s.work.out(k.ID))
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(path.Base(name), ".") {
			return err
		}
		return copyInto(z, root, name)
	})
	if err := errors.Join(err, z.Close()); err != nil {
		s.opt.Log.Error("send zip", "error", err) // the answer is on its way: nothing can be said any more
	}
}

func copyInto(z *zip.Writer, root fs.FS, name string) error {
	f, err := root.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	to, err := z.Create(name)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, f)
	return err
}
