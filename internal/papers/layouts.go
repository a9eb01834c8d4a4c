package papers

import (
	"embed"
	"strings"
	"sync"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/templates"
)

var (
	layoutUnknown = message.Define("paper-layout-unknown", "Không có mẫu trang “{name}”.", "There is no layout “{name}”.").
			Hint("Xem các mẫu bằng “ocoprint template list”, rồi ghi tên mẫu vào phần cài đặt.",
			"See the layouts with “ocoprint template list”, then write the name in the settings.")
	layoutBroken = message.Define("paper-layout-broken", "Không dùng được mẫu trang “{name}”: {reason}",
		"The layout “{name}” cannot be used: {reason}")
)

// ownFiles are the layouts of small papers that this room draws itself.
//
//go:embed layouts/*.json
var ownFiles embed.FS

var ownLayouts, shippedLayouts sync.Map // name to *layout.Template: a layout does not change

// ownLayout loads a layout of this room; it is tested, so that an error is a
// slip of ours.
func ownLayout(name string) (*layout.Template, []layout.Problem) {
	if t, ok := ownLayouts.Load(name); ok {
		return t.(*layout.Template), nil
	}
	data, err := ownFiles.ReadFile("layouts/" + name + ".json")
	if err != nil {
		return nil, []layout.Problem{layoutProblem(name, err)}
	}
	t, err := layout.LoadTemplate(name+".json", data)
	if err != nil {
		return nil, []layout.Problem{layoutProblem(name, err)}
	}
	ownLayouts.Store(name, t)
	return t, nil
}

// layout finds the layout of a certificate.
func (in Input) layout(name string) (*layout.Template, error) {
	if in.Layouts != nil {
		return in.Layouts(name)
	}
	return ShippedLayout(name)
}

func layoutProblem(name string, err error) layout.Problem {
	p := layout.Problem{Severity: layout.Error, Place: layout.Place{Label: name}, Message: layoutUnknown.With("name", name)}
	if said, ok := message.Of(err); ok {
		p.Message = said.Message
	} else if err != nil {
		p.Message = layoutBroken.With("name", name, "reason", err.Error())
	}
	return p
}

// ShippedLayout finds a layout that comes with the program, by id or by id and
// version (“gcn-trang-trong@1”); an empty name is the default.
func ShippedLayout(name string) (*layout.Template, error) {
	id := layoutID(name)
	if id == "" {
		id = templates.Default
	}
	if t, ok := shippedLayouts.Load(id); ok {
		return t.(*layout.Template), nil
	}
	data, err := templates.Layout(id)
	if err != nil {
		return nil, layoutUnknown.With("name", id).Wrap(err)
	}
	t, err := layout.LoadTemplate(id+"/layout.json", data)
	if err != nil {
		return nil, err
	}
	shippedLayouts.Store(id, t)
	return t, nil
}

// layoutID cuts the version off a certificate's layout.
func layoutID(name string) string {
	if i := strings.IndexAny(name, "@/"); i >= 0 {
		return name[:i]
	}
	return name
}
