package preview

import (
	"errors"

	"ocoprint/internal/layout"
)

func svg(p layout.Page, o Options) ([]byte, error) { return nil, errors.New("preview: not built yet") }
