module example.com/remote-assistance

go 1.19
