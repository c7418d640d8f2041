"""C#: one assembly for netstandard2.0 on HttpClient and Newtonsoft.Json, which Mono compiles too."""
