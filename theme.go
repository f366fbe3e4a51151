// Package fasti holds the theme of the site: the templates, styles, fonts,
// scripts and words that are compiled into the command. A site's own files of
// the same names go before them.
package fasti

import "embed"

// Theme is the embedded theme: layouts/, assets/ and i18n/, laid out as Hugo
// expects a theme to be.
//
//go:embed all:layouts all:assets i18n
var Theme embed.FS
