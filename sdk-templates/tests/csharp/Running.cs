using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.Versioning;
using System.Threading;
using System.Threading.Tasks;

[assembly: TargetFramework(".NETFramework,Version=v4.7.2")]

namespace A3dav.Client.Tests
{
    /// <summary>Runs each public method of the classes whose names end with Tests, and says which failed.</summary>
    internal static class Running
    {
        public static int Main()
        {
            var failed = 0;
            var classes = Assembly.GetExecutingAssembly().GetTypes().Where(one => one.Name.EndsWith("Tests"));
            foreach (var method in classes.SelectMany(one => one.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)))
            {
                try
                {
                    var task = method.Invoke(null, null) as Task;
                    if (task != null && !task.Wait(TimeSpan.FromSeconds(20)))
                    {
                        throw new Exception("it does not end");
                    }
                }
                catch (Exception error)
                {
                    failed++;
                    Console.WriteLine(method.DeclaringType.Name + "." + method.Name + ": " + (error.InnerException ?? error));
                }
            }

            return failed;
        }
    }

    internal static class Check
    {
        public static void Equal(object wanted, object found)
        {
            if (!Equals(wanted, found))
            {
                throw new Exception("wanted <" + wanted + "> and found <" + found + ">");
            }
        }

        public static T Throws<T>(Action act)
            where T : Exception
        {
            try
            {
                act();
            }
            catch (T error)
            {
                return error;
            }

            throw new Exception("there was no " + typeof(T).Name);
        }

        public static async Task<T> ThrowsAsync<T>(Func<Task> act)
            where T : Exception
        {
            try
            {
                await act();
            }
            catch (T error)
            {
                return error;
            }

            throw new Exception("there was no " + typeof(T).Name);
        }
    }

    /// <summary>Moves by sleeps alone, and notes them.</summary>
    internal sealed class SteppingClock : IClock
    {
        public List<double> Slept { get; } = new List<double>();

        public DateTimeOffset Now { get; set; } = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public string Told => string.Join(" ", Slept);

        public Task SleepAsync(TimeSpan duration, CancellationToken cancellationToken)
        {
            Slept.Add(Math.Round(duration.TotalSeconds, 3));
            Now += duration;
            return Task.CompletedTask;
        }
    }
}
