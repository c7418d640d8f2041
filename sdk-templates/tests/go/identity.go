package a3dav

const (
	userAgent     = "a3dav-client-go/0.0.0"
	urlVariable   = "A3DAV_URL"
	tokenVariable = "A3DAV_TOKEN"
	graphqlPath   = "/graphql"
)

func webhookPayload(string) any { return nil }
