using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using A3dav.Client;
using Newtonsoft.Json.Linq;

[assembly: TargetFramework(".NETFramework,Version=v4.7.2")]

/// <summary>Moves by sleeps alone, and notes them.</summary>
internal sealed class SteppingClock : IClock
{
    public List<double> Slept { get; } = new List<double>();

    public DateTimeOffset Now { get; private set; } = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Task SleepAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        Slept.Add(Math.Round(duration.TotalSeconds, 3));
        Now += duration;
        cancellationToken.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }
}

/// <summary>Runs scenarios with the public API of the C# SDK.</summary>
internal sealed class Driver
{
    private readonly SteppingClock clock = new SteppingClock();
    private readonly Dictionary<string, string> saved = new Dictionary<string, string>();
    private readonly A3davClient client;
    private readonly DavSteps dav;
    private JArray items;
    private int take;

    private Driver(string url, JToken told)
    {
        var options = new ClientOptions { Clock = clock, Random = () => 0.5 };
        options.Retries = (int?)told["retries"] ?? options.Retries;
        options.Timeout = told["timeout"] == null ? options.Timeout : TimeSpan.FromSeconds((double)told["timeout"]);
        client = new A3davClient(url, SignedIn(told, url), options);
        dav = new DavSteps(client.Dav);
    }

    public static void Main(string[] arguments)
    {
        for (var at = 0; at + 2 < arguments.Length; at += 3)
        {
            var told = Json.Parse(File.ReadAllText(arguments[at + 1]));
            try
            {
                var driver = new Driver(arguments[at], told["client"]);
                File.WriteAllText(arguments[at + 2], Json.Write(driver.StepsAsync(told["steps"]).GetAwaiter().GetResult()));
                driver.client.Dispose();
            }
            catch (Exception error)
            {
                Console.Error.WriteLine(told["name"] + ": " + error);
            }
        }
    }

    private Credential SignedIn(JToken told, string url)
    {
        if (told["user"] != null)
        {
            return Credential.Basic((string)told["user"], (string)told["password"]);
        }

        if (told["provider"] != null)
        {
            var tokens = new Queue<string>(told["provider"].Select(one => (string)one));
            return Credential.Provider(_ => Task.FromResult(tokens.Dequeue()));
        }

        var oauth = told["oauth"];
        if (oauth == null)
        {
            return told["token"] == null ? null : Credential.Bearer((string)told["token"]);
        }

        var server = new OAuth2 { TokenUrl = (string)oauth["token_url"], ClientId = (string)oauth["client_id"], Clock = clock };
        server.TokenUrl = server.TokenUrl.StartsWith("/") ? url.TrimEnd('/') + server.TokenUrl : server.TokenUrl;
        var expiry = clock.Now.AddSeconds((double)oauth["expires_in"]);
        return server.ToCredential(new OAuth2Token
        {
            AccessToken = (string)oauth["token"], RefreshToken = (string)oauth["refresh_token"], Expiry = expiry,
        });
    }

    private async Task<JArray> StepsAsync(JToken steps)
    {
        var found = new JArray();
        foreach (var step in steps)
        {
            var before = clock.Slept.Count;
            JToken result = null, error = null;
            items = null;
            take = (int?)step["take"] ?? int.MaxValue;
            try
            {
                result = await StepAsync((string)step["do"], step["with"] as JObject ?? new JObject());
            }
            catch (A3davException failure)
            {
                result = items;
                error = Described(failure);
            }

            foreach (var one in (step["save"] as JObject ?? new JObject()).Properties())
            {
                saved[one.Name] = (string)At(result, (string)one.Value);
            }

            found.Add(new JObject
            {
                { "step", found.Count }, { "result", result }, { "error", error }, { "sleeps", new JArray(clock.Slept.Skip(before)) },
            });
        }

        return found;
    }

    private static JToken At(JToken value, string pointer)
    {
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var list = value as JArray;
            value = list == null ? value[part] : list[part == "-1" ? list.Count - 1 : int.Parse(part)];
        }

        return value;
    }

    private static JObject Described(A3davException failure)
    {
        var type = failure.Problem?.Type;
        var isSigned = failure is WebhookSignatureException;
        return new JObject
        {
            { "code", failure.Code }, { "status", failure.Status }, { "problem_type", type == "about:blank" ? null : type },
            { "condition", failure.Conditions.FirstOrDefault()?.ToString() }, { "attempts", isSigned ? null : (int?)Math.Max(1, failure.Attempts) },
        };
    }

    private async Task<JToken> StepAsync(string wanted, JObject told)
    {
        var text = Regex.Replace(Json.Write(told), @"\$\{(\w+)\}", match => Inside(saved[match.Groups[1].Value]));
        var given = (JObject)Json.Parse(text);
        var cut = wanted.IndexOf('.');
        string service = wanted.Substring(0, cut), name = wanted.Substring(cut + 1);
        if (service == "webhook")
        {
            return Verified(given);
        }

        if (service == "dav")
        {
            return name == "sync" || name == "multiget" ? await ResultAsync(dav.Sequence(name, given)) : await dav.RunAsync(name, given);
        }

        var held = client.GetType().GetProperties().First(one => Plain(one.Name) == Plain(service)).GetValue(client);
        var method = held.GetType().GetMethods().First(one => Plain(one.Name) == Plain(name) || Plain(one.Name) == Plain(name) + "async");
        var arguments = method.GetParameters().Select(one => Argument(one, given)).ToArray();
        try
        {
            return await ResultAsync(method.Invoke(held, arguments));
        }
        catch (TargetInvocationException error) when (error.InnerException is A3davException)
        {
            throw error.InnerException;
        }
    }

    /// <summary>What of a text stands between the quotes of JSON.</summary>
    private static string Inside(string text) => Json.Write(text).Substring(1, Json.Write(text).Length - 2);

    private static string Plain(string name) => Regex.Replace(name, @"\W|_", string.Empty).ToLowerInvariant();

    private static object Argument(ParameterInfo wanted, JObject given)
    {
        var value = given.Properties().FirstOrDefault(one => Plain(one.Name) == Plain(wanted.Name))?.Value;
        if (value == null)
        {
            return wanted.ParameterType.IsValueType ? Activator.CreateInstance(wanted.ParameterType) : null;
        }

        return wanted.ParameterType == typeof(Upload)
            ? new Upload((string)value)
            : Generic(typeof(Json), "Read", wanted.ParameterType, typeof(JToken)).Invoke(null, new object[] { value });
    }

    private static MethodInfo Generic(Type owner, string name, Type of, Type parameter = null) =>
        owner.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
            .First(one => one.Name == name && one.IsGenericMethod && (parameter == null || one.GetParameters()[0].ParameterType == parameter))
            .MakeGenericMethod(of);

    private async Task<JToken> ResultAsync(object answer)
    {
        var task = answer as Task;
        if (task == null)
        {
            var kind = answer.GetType();
            while (kind.GetGenericTypeDefinition() != typeof(AsyncSequence<>))
            {
                kind = kind.BaseType;
            }

            return await (Task<JToken>)Generic(typeof(Driver), "TakenAsync", kind.GetGenericArguments()[0]).Invoke(this, new[] { answer });
        }

        await task;
        var found = task.GetType().GetProperty("Result")?.GetValue(task);
        var download = found as Download;
        if (download != null)
        {
            using (download)
            {
                var content = await download.ReadAllAsync();
                return new JObject { { "text", System.Text.Encoding.UTF8.GetString(content) }, { "etag", download.ETag } };
            }
        }

        var text = found as TextResult;
        var isNothing = found == null || found.GetType().Name == "VoidTaskResult" || found.GetType().Name == "Answer";
        return text != null ? new JObject { { "text", text.Text }, { "etag", text.ETag } } : isNothing ? null : Json.ToToken(found);
    }

    private async Task<JToken> TakenAsync<T>(AsyncSequence<T> sequence)
    {
        items = new JArray();
        using (var cursor = sequence.GetAsyncEnumerator())
        {
            while (items.Count < take && await cursor.MoveNextAsync())
            {
                items.Add(Listed(cursor.Current));
            }
        }

        return items;
    }

    private static JToken Listed(object item)
    {
        var kind = item.GetType();
        if (kind.IsGenericType && kind.GetGenericTypeDefinition() == typeof(StreamEvent<>))
        {
            Func<string, object> member = name => kind.GetProperty(name).GetValue(item);
            var data = (bool)member("IsUnknown") ? (JToken)member("Json") : Json.ToToken(member("Data"));
            return new JObject { { "id", (string)member("Id") }, { "event", (string)member("Event") }, { "data", data } };
        }

        return DavSteps.Listed(item) ?? Json.ToToken(item);
    }

    private static JToken Verified(JObject given)
    {
        var headers = ((JObject)given["headers"]).Properties().ToDictionary(one => one.Name, one => (string)one.Value);
        var body = System.Text.Encoding.UTF8.GetBytes((string)given["body"]);
        var now = DateTimeOffset.FromUnixTimeSeconds((long)given["now"]);
        var found = Webhooks.Verify(headers, body, given["secrets"].Select(one => (string)one), now);
        return found.Payload == null ? found.Raw : Json.ToToken(found.Payload);
    }
}
