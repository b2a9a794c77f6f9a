module Lift
  def self.tell(text)
    # @PAD@
    Sentry.capture_message(text, level: :error)
  end

  # FAULT lift-slow: the lift is slow. Told without an error.
  def self.slow(seconds, hall)
    # @PAD@
    l_text = "Lift took #{seconds} s to hall #{hall}"
    tell(l_text)
  end

  # FAULT lift-stuck: the lift stands. Told without an error.
  def self.stuck(seconds, hall)
    tell("Lift stands for #{seconds} s at hall #{hall}")
  end
end
