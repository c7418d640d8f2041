using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace A3dav.Client.Tests
{
    /// <summary>A server that gives one text after the other, whatever it is asked, and notes what came.</summary>
    internal sealed class Scripted : IDisposable
    {
        private readonly TcpListener listener = new TcpListener(IPAddress.Loopback, 0);
        private readonly Queue<string> answers;

        public Scripted(params string[] answers)
        {
            this.answers = new Queue<string>(answers);
            listener.Start();
            Task.Run(ServeAsync);
        }

        public string Url => "http://127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port;

        /// <summary>Heads of requests, with their bodies behind an empty line.</summary>
        public List<string> Arrived { get; } = new List<string>();

        public SteppingClock Clock { get; } = new SteppingClock();

        public static string Said(int status, string body = "", string headers = "") =>
            "HTTP/1.1 " + status + " Said\r\nConnection: close\r\n" + headers + "Content-Length: " + Encoding.UTF8.GetByteCount(body) + "\r\n\r\n" + body;

        public static string Json(string body) => Said(200, body, "Content-Type: application/json\r\n");

        public static string Chunked(string type, params string[] pieces) =>
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n"
            + string.Concat(pieces.Select(piece => Encoding.UTF8.GetByteCount(piece).ToString("x") + "\r\n" + piece + "\r\n"));

        public Core Client(Action<ClientOptions> change = null, Credential credential = null)
        {
            var options = new ClientOptions { Clock = Clock, Random = () => 0.5 };
            change?.Invoke(options);
            return new Core(Url, credential ?? Credential.Bearer("secret"), options);
        }

        public void Dispose() => listener.Stop();

        private async Task ServeAsync()
        {
            while (true)
            {
                using (var connection = await listener.AcceptTcpClientAsync())
                {
                    var stream = connection.GetStream();
                    var request = await ReadAsync(stream);
                    lock (Arrived)
                    {
                        Arrived.Add(request);
                    }

                    var answer = answers.Count > 0 ? answers.Dequeue() : Said(599);
                    if (answer == "stall")
                    {
                        await Task.Delay(5000);
                        continue;
                    }

                    var bytes = Encoding.UTF8.GetBytes(answer);
                    await stream.WriteAsync(bytes, 0, bytes.Length);
                }
            }
        }

        private static async Task<string> ReadAsync(Stream stream)
        {
            var text = new StringBuilder();
            var buffer = new byte[1];
            while (!text.ToString().EndsWith("\r\n\r\n") && await stream.ReadAsync(buffer, 0, 1) == 1)
            {
                text.Append((char)buffer[0]);
            }

            var told = text.ToString().Split('\n').FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            var body = new byte[told == null ? 0 : int.Parse(told.Substring(15).Trim())];
            for (var at = 0; at < body.Length;)
            {
                at += await stream.ReadAsync(body, at, body.Length - at);
            }

            return text + Encoding.UTF8.GetString(body);
        }
    }
}
