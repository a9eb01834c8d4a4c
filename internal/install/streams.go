package install

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image/jpeg"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// dropped are entries of copied dictionaries that lead out of the drawing.
var dropped = map[string]bool{"Metadata": true, "PieceInfo": true, "LastModified": true, "StructParent": true, "StructParents": true,
	"OPI": true, "Alternates": true, "OC": true, "ID": true, "Parent": true, "Name": true, "AF": true, "Measure": true, "PtData": true,
	"Length": true, "Length1": false, "DL": true}

func (n *normal) copyStream(to int, sd types.StreamDict) error {
	if _, outside := sd.Find("F"); outside {
		return PDFUnsafe.With("what", "dữ liệu ngoài tệp (external stream)").Err()
	}
	if s := sd.Subtype(); s != nil && *s == "PS" {
		return PDFUnsafe.With("what", "PostScript").Err()
	}
	if _, ref := sd.Find("Ref"); ref {
		return PDFUnsafe.With("what", "trang của tệp khác (reference XObject)").Err()
	}
	d := types.Dict{}
	for k, v := range sd.Dict {
		d[k] = v
	}
	image := false
	if s := sd.Subtype(); s != nil && *s == "Image" {
		image = true
	}
	if image {
		if err := n.pixels(d); err != nil {
			return err
		}
	}
	last := ""
	if p := sd.FilterPipeline; len(p) > 0 {
		last = p[len(p)-1].Name
	}
	if image && keepsCode(sd.FilterPipeline, last) {
		if err := codeDecodes(last, sd.Raw); err != nil && len(sd.FilterPipeline) == 1 {
			return PDFBroken.With().Wrap(fmt.Errorf("picture in the PDF: %w", err))
		}
		dict, err := n.entries(d, 0)
		if err != nil {
			return err
		}
		n.stream(to, dict, sd.Raw)
		return nil
	}
	if err := sd.DecodeWithLimit(maxContent); err != nil {
		return PDFBroken.With().Wrap(err)
	}
	for _, key := range []string{"Filter", "DecodeParms", "FDecodeParms", "FFilter"} {
		delete(d, key)
	}
	dict, err := n.entries(d, 0)
	if err != nil {
		return err
	}
	n.packed(to, dict, sd.Content)
	return nil
}

// keepsCode reports whether a picture stays in the code it came in: those of
// photos and faxes, and plain deflated rows, which would need much memory here.
func keepsCode(p []types.PDFFilter, last string) bool {
	switch last {
	case "DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode":
		return true
	case "FlateDecode":
		return len(p) == 1
	}
	return false
}

// codeDecodes looks at a picture's code without keeping what comes out.
func codeDecodes(last string, raw []byte) error {
	switch last {
	case "DCTDecode":
		_, err := jpeg.DecodeConfig(bytes.NewReader(raw))
		return err
	case "FlateDecode":
		z, err := zlib.NewReader(bytes.NewReader(raw))
		if err != nil {
			return err
		}
		n, err := io.Copy(io.Discard, io.LimitReader(z, maxImage+1))
		if err == nil && n > maxImage {
			err = fmt.Errorf("more than %d bytes", maxImage)
		}
		return err
	}
	return nil
}

// pixels refuses a picture that no printer can hold.
func (n *normal) pixels(d types.Dict) error {
	w, errW := n.doc.DereferenceNumber(entry(d, "Width"))
	h, errH := n.doc.DereferenceNumber(entry(d, "Height"))
	switch {
	case errW != nil || errH != nil || w < 1 || h < 1:
		return PDFBroken.With().Wrap(fmt.Errorf("picture of %g × %g pixels", w, h))
	case w*h > 100e6:
		return PicturePixels.With("w", int(w), "h", int(h), "most", 100).Err()
	}
	return nil
}
