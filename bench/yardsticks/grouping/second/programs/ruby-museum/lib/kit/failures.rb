module Kit
  class MuseumError < StandardError
    attr_reader :code

    def initialize(code, message)
      super(message)
      @code = code
    end
  end

  class Down < MuseumError; end

  WORDS = { en: 'The hall is closed', de: 'Der Saal ist geschlossen', fr: 'La salle est fermée', pl: 'Sala jest zamknięta', ja: '展示室は閉まっています' }.freeze

  # @PAD@
  # Failures are made here and raised elsewhere.
  module Failures
    def self.unknown = MuseumError.new(:unknown, 'No such entry')
    def self.closed(language) = MuseumError.new(:closed, WORDS[language.to_sym])
    def self.down = Down.new(:down, 'A service is down')
  end
end
