using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace A3dav.Client
{
    /// <summary>The lines of a stream, wherever its bytes are split. It does not wait behind a CR for the LF that may follow.</summary>
    internal sealed class Lines
    {
        private readonly Stream source;
        private readonly long most;
        private readonly bool endsWithCarriageReturn;
        private readonly byte[] buffer = new byte[8192];
        private int at;
        private int end;
        private bool isBehindReturn;

        public Lines(Stream source, long most, bool endsWithCarriageReturn)
        {
            this.source = source;
            this.most = most;
            this.endsWithCarriageReturn = endsWithCarriageReturn;
        }

        /// <summary>What is left behind the last line end, when the stream is over.</summary>
        public byte[] Rest { get; private set; }

        /// <summary>The next line, or null when what is left is not ended.</summary>
        public async Task<byte[]> NextAsync(CancellationToken cancellationToken)
        {
            var line = new MemoryStream();
            while (true)
            {
                if (at == end)
                {
                    at = 0;
                    end = await source.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false);
                    if (end == 0)
                    {
                        Rest = line.ToArray();
                        return null;
                    }
                }

                var next = buffer[at++];
                var wasBehindReturn = isBehindReturn;
                isBehindReturn = endsWithCarriageReturn && next == '\r';
                if (next == '\n' && wasBehindReturn)
                {
                    continue;
                }

                if (next == '\n' || isBehindReturn)
                {
                    return line.ToArray();
                }

                if (line.Length >= most)
                {
                    throw new JsonFault("a line is larger than LargestBody allows");
                }

                line.WriteByte(next);
            }
        }
    }

    /// <summary>One event of text/event-stream.</summary>
    internal sealed class Frame
    {
        public string Id { get; set; }

        public string Kind { get; set; } = "message";

        public string Data { get; set; }
    }

    /// <summary>Reads text/event-stream as the HTML standard says (§9.2.6).</summary>
    internal sealed class Frames
    {
        private readonly Lines lines;
        private readonly long most;
        private bool isBegun;
        private string heard;

        public Frames(Stream source, long most, string last)
        {
            lines = new Lines(source, most, true);
            this.most = most;
            Id = heard = last;
        }

        /// <summary>The one of the last event that was ended.</summary>
        public string Id { get; private set; }

        /// <summary>Seconds before the next connection, where the server said so.</summary>
        public double? Retry { get; private set; }

        /// <summary>The next event that has data, or null at the end.</summary>
        public async Task<Frame> NextAsync(CancellationToken cancellationToken)
        {
            var frame = new Frame();
            var data = new List<string>();
            long size = 0;
            byte[] line;
            while ((line = await lines.NextAsync(cancellationToken).ConfigureAwait(false)) != null)
            {
                size += line.Length;
                if (size > most)
                {
                    throw new JsonFault("an event is larger than LargestBody allows");
                }

                var text = Text(line);
                if (text.Length > 0)
                {
                    Field(text, frame, data);
                    continue;
                }

                Id = heard;
                if (data.Count > 0)
                {
                    frame.Id = Id;
                    frame.Data = string.Join("\n", data);
                    return frame;
                }

                frame = new Frame();
                size = 0;
            }

            return null;
        }

        private string Text(byte[] line)
        {
            var text = Encoding.UTF8.GetString(line);
            text = !isBegun && text.StartsWith("\ufeff", StringComparison.Ordinal) ? text.Substring(1) : text;
            isBegun = true;
            return text;
        }

        private void Field(string line, Frame frame, List<string> data)
        {
            var cut = line.IndexOf(':');
            var name = cut < 0 ? line : line.Substring(0, cut);
            var value = cut < 0 ? string.Empty : line.Substring(cut + 1);
            value = value.StartsWith(" ", StringComparison.Ordinal) ? value.Substring(1) : value;
            int milliseconds;
            if (name == "data")
            {
                data.Add(value);
            }
            else if (name == "event")
            {
                frame.Kind = value.Length > 0 ? value : "message";
            }
            else if (name == "id" && value.IndexOf('\0') < 0)
            {
                heard = value;
            }
            else if (name == "retry" && value.All(letter => letter >= '0' && letter <= '9')
                && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out milliseconds))
            {
                Retry = milliseconds / 1000.0;
            }
        }
    }
}
