using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace DutyGuy.Features.ApiDocs;

/// <summary>The OpenAPI document, and a page for people. Its usual viewers need scripts in the page, which our pages forbid.</summary>
static class ApiDocsEndpoints
{
    public static void AddServices(IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            api =>
            {
                api.ShouldInclude = operation =>
                    operation.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
                api.AddSchemaTransformer(NodaWords);
                api.AddSchemaTransformer(WhatMustBeSent);
                api.AddDocumentTransformer(Say);
            }
        );

    public static void Map(WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapGet("/docs/api", Page).AllowAnonymous();
    }

    static IResult Page(EndpointDataSource routes) =>
        new RazorComponentResult<ApiDocsPage>(new { Routes = ApiRoute.All(routes) });

    /// <summary>Instants, dates: the forms that a reader knows.</summary>
    static Task NodaWords(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(Instant))
            Text(schema, "date-time", "2026-11-23T16:00:00Z");
        else if (type == typeof(LocalDate))
            Text(schema, "date", "2026-11-23");
        return Task.CompletedTask;
    }

    /// <summary>By itself the document asks for every field of a record, also for those that may be left out.</summary>
    static Task WhatMustBeSent(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        if (context.JsonPropertyInfo is null && context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object)
            schema.Required = context
                .JsonTypeInfo.Properties.Where(p => p.IsRequired)
                .Select(p => p.Name)
                .ToHashSet(StringComparer.Ordinal);
        return Task.CompletedTask;
    }

    static void Text(OpenApiSchema schema, string format, string example)
    {
        schema.Type = JsonSchemaType.String;
        schema.Format = format;
        schema.Examples = [JsonValue.Create(example)!];
    }

    static Task Say(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        document.Info.Title = "Duty Guy";
        document.Info.Version = "v1";
        document.Info.Description =
            "Sign in with the header Authorization: Bearer, or by session. Lists carry their true total. "
            + "Writes take an Idempotency-Key. Errors are problem details (RFC 9457).";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] },
        ];
        return Task.CompletedTask;
    }
}
