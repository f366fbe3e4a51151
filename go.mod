module fasti

go 1.26
