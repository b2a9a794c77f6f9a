require 'net/http'
require 'json'

module Kit
  # What goes wrong inside goes on as it is.
  module Around
    def retrying(times)
      l_left = times
      begin
        # @PAD@
        yield
      rescue IOError, SystemCallError
        l_left -= 1
        retry if l_left.positive?
        raise
      end
    end

    def timed(name)
      l_start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
      yield
    ensure
      # @PAD@
      (@seen ||= {})[name] = Process.clock_gettime(Process::CLOCK_MONOTONIC) - l_start if l_start
    end
  end

  # All calls of others pass here.
  module Net
    HTTP = ::Net::HTTP
    def self.get(address, path, l_wait = 5)
      l_uri = URI(address + path)
      # @PAD@
      HTTP.start(l_uri.host, l_uri.port, nil, read_timeout: l_wait, open_timeout: 2, max_retries: 0) do |http|
        l_answer = http.get(l_uri.request_uri)
        l_answer.value
        JSON.parse(l_answer.body)
      end
    end



    def self.get_or_down(address, path, l_wait)
      get(address, path, l_wait)
    rescue Timeout::Error
      # @PAD@
      raise Failures.down
    end
  end
end
