package importer

import (
	"howett.net/plist"

	"fasti/internal/diag"
)

// readWebArchive reads a page that Safari saved as a web archive, a property
// list with the page and its parts.
func (im *Importer) readWebArchive(data []byte, opt Options) ([]*Article, error) {
	var w struct {
		Main struct {
			Data []byte `plist:"WebResourceData"`
			URL  string `plist:"WebResourceURL"`
			MIME string `plist:"WebResourceMIMEType"`
		} `plist:"WebMainResource"`
	}
	if _, err := plist.Unmarshal(data, &w); err != nil || len(w.Main.Data) == 0 {
		return nil, fault(diag.NotArticle, "this property list is no saved page", "")
	}
	opt.from = webLink(w.Main.URL)
	return im.readHTML(w.Main.Data, opt)
}
