package a3dav

import (
	"context"
	"encoding/json"
	"errors"
)

// GraphQLError is one of the errors in an answer of GraphQL.
type GraphQLError struct {
	Message string
	// Path leads to what is null because of it: names, and the numbers of places in lists.
	Path       []any
	Extensions map[string]any
}

// GraphQL asks what the schema offers. Its methods are the operations that are known by name.
type GraphQL struct{ core *core }

// Do asks a document of your own, once. What could be answered is in the target even when the error says that not all could.
func (g *GraphQL) Do(
	ctx context.Context, document, operation string, variables, target any, options ...CallOption,
) error {
	return g.ask(ctx, never, document, operation, variables, target, options)
}

func (g *GraphQL) ask(
	ctx context.Context, class retryClass, document, operation string, variables, target any, options []CallOption,
) error {
	r := newRequest("graphql."+operation, "POST", graphqlPath, class).accept("application/json")
	r.header.Set("GraphQL-Require-Preflight", "1")
	if variables == nil {
		variables = struct{}{}
	}
	r.setJSON(struct {
		Query         string `json:"query"`
		Variables     any    `json:"variables"`
		OperationName string `json:"operationName,omitempty"`
	}{document, variables, operation}, "application/json")
	got, err := g.core.do(ctx, r, options)
	if err != nil {
		return graphFailure(err, target)
	}
	return readGraph(r, got, target)
}

type graphAnswer struct {
	Data   json.RawMessage `json:"data"`
	Errors []GraphQLError  `json:"errors"`
}

func readGraph(r *request, got *answer, target any) error {
	found, err := graphAnswerOf(got.body, target)
	if err == nil && found.Data == nil && found.Errors == nil {
		err = errors.New("this is no answer of GraphQL")
	}
	if len(found.Errors) > 0 {
		failure := undecodable(r, got, nil)
		failure.Code, failure.Status, failure.GraphQL = ErrGraphQL, got.status, found.Errors
		return failure
	}
	if err != nil {
		return undecodable(r, got, err)
	}
	return nil
}

func graphAnswerOf(body []byte, target any) (graphAnswer, error) {
	var found graphAnswer
	err := decodeJSON(body, &found)
	if err == nil && len(found.Data) > 0 && string(found.Data) != "null" {
		err = decodeJSON(found.Data, target)
	}
	return found, err
}

// graphFailure reads what GraphQL says in an answer that is refused.
func graphFailure(err error, target any) error {
	var failure *Error
	if !errors.As(err, &failure) || len(failure.Body) == 0 {
		return err
	}
	if found, _ := graphAnswerOf(failure.Body, target); len(found.Errors) > 0 {
		failure.Code, failure.GraphQL = ErrGraphQL, found.Errors
	}
	return err
}

// askGraph is Do with a typed answer.
func askGraph[T any](
	ctx context.Context, g *GraphQL, class retryClass, document, operation string, variables any, options []CallOption,
) (*T, error) {
	var made T
	err := g.ask(ctx, class, document, operation, variables, &made, options)
	if err != nil && !errors.Is(err, ErrGraphQL) {
		return nil, err
	}
	return &made, err
}
