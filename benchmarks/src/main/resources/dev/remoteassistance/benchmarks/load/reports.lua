-- Posts reports, each with an id of its own and with the next of many tokens.
-- Arguments: a file with one token on each line; a file with the body, in which PLACEHOLDER stands for the id, which is
-- as long; the start of all ids of this run.

local PLACEHOLDER = string.rep("@", 32)
local threads = {}

function setup(thread)
   table.insert(threads, thread)
   thread:set("thread_number", #threads)
   thread:set("refused", 0)
   thread:set("last_refusal", 0)
end

function init(arguments)
   local body = assert(io.open(arguments[2], "rb")):read("*a")
   local first, last = string.find(body, PLACEHOLDER, 1, true)
   local beginning = string.sub(body, 1, first - 1)
   rest = string.sub(body, last + 1)
   heads = {}
   for token in io.lines(arguments[1]) do
      local head = wrk.format("POST", nil, {
         ["Host"] = wrk.headers["Host"],
         ["Authorization"] = "Bearer " .. token,
         ["Content-Type"] = "application/json",
      }, body)
      -- The request up to the id.
      table.insert(heads, (string.sub(head, 1, #head - #body)) .. beginning)
   end
   id = arguments[3] .. string.format("-%02d-", thread_number) .. "%0" .. (32 - #arguments[3] - 4) .. "d"
   number = 0
end

function request()
   number = number + 1
   return heads[number % #heads + 1] .. string.format(id, number) .. rest
end

function response(status)
   if status ~= 204 then
      refused = refused + 1
      last_refusal = status
   end
end

function done(summary, latency, requests)
   local refused, last = 0, 0
   for _, thread in ipairs(threads) do
      refused = refused + thread:get("refused")
      last = math.max(last, thread:get("last_refusal"))
   end
   local errors = summary.errors
   io.write(string.format(
      '\nRESULT {"requests":%d,"micros":%d,"refused":%d,"lastRefusal":%d,"broken":%d,"p50Micros":%d,"p99Micros":%d,"longestMicros":%d}\n',
      summary.requests, summary.duration, refused, last, errors.connect + errors.read + errors.write + errors.timeout,
      latency:percentile(50), latency:percentile(99), latency.max))
end
