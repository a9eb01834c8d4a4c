package office

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"ocoprint/internal/intake"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// Import is a workbook that was read: nothing is decided or issued yet.
type Import struct {
	Name    string
	Bytes   []byte // as the clerk gave them
	Book    *workbook.Book
	Reading *intake.Reading
	Answers intake.Answers // all that were given to this file, newest first
}

// ReadOptions say how a workbook is read.
type ReadOptions struct {
	Password string
	Answers  intake.Answers
	AsOf     ocop.Date
}

var (
	fileMissing = message.Define("office-file-missing", "Không có tệp “{file}”.", "There is no file “{file}”.").
			Hint("Kiểm tra lại tên và thư mục của tệp.", "Check the name and folder of the file.")
	fileUnreadable = message.Define("office-file-unreadable", "Không đọc được tệp “{file}”.", "The file “{file}” cannot be read.").
			Hint("Đóng tệp trong Excel nếu đang mở, kiểm tra quyền đọc, rồi làm lại.", "Close it in Excel if it is open, check that it may be read, and try again.")
)

// LoadFile reads a file's bytes for Read.
func LoadFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case os.IsNotExist(err):
		return nil, fileMissing.With("file", path).Err()
	case err != nil:
		return nil, fileUnreadable.With("file", path).Wrap(err)
	case info.Size() > workbook.DefaultLimits.FileBytes:
		// Let the reader say it: it has the sentence with the limit.
		f, err := os.Open(path)
		if err != nil {
			return nil, fileUnreadable.With("file", path).Wrap(err)
		}
		defer f.Close()
		head := make([]byte, workbook.DefaultLimits.FileBytes+1)
		_, err = f.Read(head)
		return head, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fileUnreadable.With("file", path).Wrap(err)
	}
	return data, nil
}

// ReadWorkbook reads a workbook without an office: what `check` does.
func ReadWorkbook(ctx context.Context, name string, data []byte, opt ReadOptions, mappings []intake.Mapping) (*Import, error) {
	name = filepath.Base(name)
	book, err := workbook.Open(ctx, name, data, workbook.Options{Password: opt.Password})
	if err != nil {
		return nil, err
	}
	reading, err := intake.Read(ctx, book, intake.Options{
		FileName: name, Answers: opt.Answers, Mappings: mappings, AsOf: opt.AsOf,
	})
	if err != nil {
		return nil, err
	}
	return &Import{Name: name, Bytes: data, Book: book, Reading: reading, Answers: opt.Answers}, nil
}

// Read reads a workbook with everything the office was asked before: answers
// given to this file, columns corrected for this kind of file. New answers
// are remembered.
func (o *Office) Read(ctx context.Context, name string, data []byte, opt ReadOptions) (*Import, error) {
	mappings, err := o.mappings(ctx)
	if err != nil {
		return nil, err
	}
	key := answersKey(data)
	earlier, err := o.answers(ctx, key)
	if err != nil {
		return nil, err
	}
	given := opt.Answers
	opt.Answers = append(append(intake.Answers{}, given...), notAnsweredAnew(earlier, given)...)
	imp, err := ReadWorkbook(ctx, name, data, opt, mappings)
	if err != nil {
		return nil, err
	}
	if len(given) > 0 && o.Register.Writable() == nil {
		if err := o.rememberAnswers(ctx, key, opt.Answers); err != nil {
			return nil, err
		}
		for _, m := range imp.Reading.Remember() {
			if err := o.rememberJSON(ctx, "mapping", m.Labels, m); err != nil {
				return nil, err
			}
		}
	}
	return imp, nil
}

// notAnsweredAnew drops earlier answers to a place that was answered again:
// the person changed their mind.
func notAnsweredAnew(earlier, given intake.Answers) intake.Answers {
	return slices.DeleteFunc(slices.Clone(earlier), func(e intake.Answer) bool {
		return slices.ContainsFunc(given, func(g intake.Answer) bool {
			return g.Code == e.Code && g.Sheet == e.Sheet && g.Cell == e.Cell
		})
	})
}

// Refused gives the reason for which nothing of the file is used, as an error.
func (i *Import) Refused() error {
	if f, refused := i.Reading.Refusal(); refused {
		return &Refused{Code: f.Code, Err: aboutFile(f, i.Name)}
	}
	return nil
}

// Refused is a file that was read but holds no results.
type Refused struct {
	Code string
	Err  *message.Error
}

func (r *Refused) Error() string { return r.Err.Error() }
func (r *Refused) Unwrap() error { return r.Err }

func (o *Office) mappings(ctx context.Context) (all []intake.Mapping, err error) {
	kept, err := o.Register.Remembered(ctx, "mapping")
	if err != nil {
		return nil, err
	}
	for _, key := range sortedKeys(kept) {
		var m intake.Mapping
		if err := json.Unmarshal(kept[key], &m); err == nil {
			all = append(all, m)
		}
	}
	return all, nil
}

func (o *Office) answers(ctx context.Context, key string) (all intake.Answers, err error) {
	data, ok, err := o.Register.Recall(ctx, "answer", key)
	if err != nil || !ok {
		return nil, err
	}
	var texts []string
	if err := json.Unmarshal(data, &texts); err != nil {
		return nil, err
	}
	for _, s := range texts {
		a, err := intake.ParseAnswer(s)
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}

func (o *Office) rememberAnswers(ctx context.Context, key string, answers intake.Answers) error {
	var texts []string
	seen := map[string]bool{}
	for _, a := range answers {
		place := a.Code + "@" + a.Sheet + "!" + a.Cell
		if !seen[place] { // the newest answer to a place comes first and wins
			seen[place] = true
			texts = append(texts, a.String())
		}
	}
	return o.rememberJSON(ctx, "answer", key, texts)
}

func (o *Office) rememberJSON(ctx context.Context, space, key string, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return o.Register.Remember(ctx, space, key, data)
}
