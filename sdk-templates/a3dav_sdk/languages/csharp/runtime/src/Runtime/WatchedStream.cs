using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace A3dav.Client
{
    /// <summary>The open body of an answer: each piece of it has as long as the first, and an end before its length is an error.</summary>
    internal sealed class WatchedStream : Stream
    {
        private readonly HttpResponseMessage answer;
        private readonly Stream source;
        private readonly Watch watch;
        private readonly Func<Exception, Exception> judge;
        private long? left;

        public WatchedStream(HttpResponseMessage answer, Stream source, long? length, Watch watch, Func<Exception, Exception> judge)
        {
            this.answer = answer;
            this.source = source;
            this.watch = watch;
            this.judge = judge;
            left = length;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        /// <summary>The whole of it, or of what is larger the first part where that is enough.</summary>
        public async Task<byte[]> ReadAsync(long most, bool mustFit)
        {
            var made = new MemoryStream();
            var buffer = new byte[16384];
            while (true)
            {
                var count = await PieceAsync(buffer, 0, buffer.Length).ConfigureAwait(false);
                if (made.Length + count > most && mustFit)
                {
                    throw Failures.Make(new Failure("decode") { Reason = "the answer is larger than LargestBody allows" });
                }

                made.Write(buffer, 0, (int)Math.Min(count, most - made.Length));
                if (count == 0 || (!mustFit && made.Length == most))
                {
                    return made.ToArray();
                }
            }
        }

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                watch.Begin();
                using (cancellationToken.Register(answer.Dispose))
                {
                    var found = await PieceAsync(buffer, offset, count).ConfigureAwait(false);
                    watch.Pause();
                    return found;
                }
            }
            catch (Exception error) when (cancellationToken.IsCancellationRequested && !(error is OperationCanceledException))
            {
                throw new OperationCanceledException(cancellationToken);
            }
            catch (Exception error) when (!(error is ArgumentException))
            {
                throw judge(error);
            }
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                answer.Dispose();
                watch.Dispose();
            }

            base.Dispose(disposing);
        }

        private async Task<int> PieceAsync(byte[] buffer, int offset, int count)
        {
            var found = await watch.WaitAsync(source.ReadAsync(buffer, offset, count, watch.Token)).ConfigureAwait(false);
            left -= found;
            if (found == 0 && count > 0 && left > 0)
            {
                throw new IOException("the body ended " + left + " bytes too early");
            }

            return found;
        }
    }
}
