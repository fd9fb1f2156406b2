-- Posts the presentations that are named behind "--", one after the other.
local requests = {}
local turn = 0

function init(files)
  for _, name in ipairs(files) do
    local file = assert(io.open(name, "r"))
    local headers = { ["Content-Type"] = "application/json" }
    table.insert(requests, wrk.format("POST", "/assessments", headers, file:read("*a")))
    file:close()
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end
