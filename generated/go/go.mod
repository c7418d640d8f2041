module github.com/a3dav/a3dav-go

go 1.23
