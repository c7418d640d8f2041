-- Sends the requests of a file in turn; where one has several pieces, a number that grows stands between them.
local requests, number, last
local thread

sent = -1 -- the generator asks for one that it does not send

function setup(one)
  thread = one
end

function init(arguments)
  requests, number, last = dofile(arguments[1]), tonumber(arguments[2]), 0
  io.stderr:write("READY\n")
end

function request()
  sent = sent + 1
  last = last % #requests + 1
  local pieces = requests[last]
  if #pieces == 1 then return pieces[1] end
  number = number + 1
  return table.concat(pieces, string.format("%010d", number))
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'RESULT {"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "refused": %d, "broken": %d, "sent": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout, thread:get("sent")))
end
