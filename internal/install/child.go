package install

import (
	"context"
	"errors"

	"ocoprint/internal/layout"
)

var errUnbuilt = errors.New("install: not built yet")

func child() {}

func checkFont(ctx context.Context, ttf []byte) (layout.Report, error) {
	return layout.Report{}, errUnbuilt
}
func checkPicture(ctx context.Context, data []byte) (Image, error)   { return Image{}, errUnbuilt }
func checkBackground(ctx context.Context, file []byte) (Page, error) { return Page{}, errUnbuilt }
func pageImages(ctx context.Context, path string) ([]Image, error)   { return nil, errUnbuilt }
