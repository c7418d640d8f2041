using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace A3dav.Client
{
    /// <summary>Bodies that are forms. A list is several fields of one name.</summary>
    internal sealed partial class ApiRequest
    {
        public void CarryForm(object body, string media)
        {
            if (IsGiven(ref body))
            {
                var fields = FieldsOf(body).Select(one => Addresses.Escape(one.Key) + "=" + Addresses.Escape(Parts.Of(one.Value).Text));
                Carry(Encoding.ASCII.GetBytes(string.Join("&", fields)), media);
            }
        }

        public void CarryMultipart(object body, string media)
        {
            if (!IsGiven(ref body))
            {
                return;
            }

            var boundary = Guid.NewGuid().ToString("N");
            var made = new MemoryStream();
            foreach (var one in FieldsOf(body))
            {
                WritePart(made, boundary, one.Key, one.Value);
            }

            WriteText(made, "--" + boundary + "--\r\n");
            Carry(made.ToArray(), "multipart/form-data; boundary=" + boundary);
        }

        private static void WritePart(Stream target, string boundary, string name, object value)
        {
            var file = value as byte[];
            var quoted = "\"" + name.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A") + "\"";
            WriteText(target, "--" + boundary + "\r\nContent-Disposition: form-data; name=" + quoted);
            WriteText(target, file == null ? "\r\n\r\n" : "; filename=" + quoted + "\r\nContent-Type: application/octet-stream\r\n\r\n");
            var content = file ?? Encoding.UTF8.GetBytes(Parts.Of(value).Text);
            target.Write(content, 0, content.Length);
            WriteText(target, "\r\n");
        }

        private static void WriteText(Stream target, string text)
        {
            var content = Encoding.UTF8.GetBytes(text);
            target.Write(content, 0, content.Length);
        }

        private static IEnumerable<KeyValuePair<string, object>> FieldsOf(object body)
        {
            foreach (var one in Codec.MembersOf(body).Where(one => one.Value != null))
            {
                var list = one.Value as IList;
                if (list == null || one.Value is byte[])
                {
                    yield return one;
                    continue;
                }

                foreach (var item in list)
                {
                    yield return new KeyValuePair<string, object>(one.Key, item);
                }
            }
        }
    }
}
