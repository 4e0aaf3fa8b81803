package io.musemeter.scorer.cohesion;

import io.musemeter.events.Hashes;
import io.musemeter.scorer.sentence.OpenNlpModels;
import io.musemeter.scorer.sentence.OpenNlpModels.Loaded;
import io.musemeter.scorer.sentence.QuotationMarks;
import io.musemeter.scorer.sentence.SentenceSplitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagger;
import opennlp.tools.postag.ThreadSafePOSTaggerME;
import opennlp.tools.stemmer.PorterStemmer;
import opennlp.tools.tokenize.ThreadSafeTokenizerME;
import opennlp.tools.tokenize.Tokenizer;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * Words and parts of speech by OpenNLP's English models (UD English EWT). Only tokens with a letter of Latin script count
 * as words: of others the models know nothing. Safe for use by any number of threads.
 */
final class EnglishTagger {
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}&&\\p{L}]");

    /** The tagger copies a sentence's tags with every token: beyond any real sentence its time would be quadratic. */
    private static final int TOKENS_AT_ONCE = 200;

    private final SentenceSplitter sentences;
    private final Tokenizer tokenizer;
    private final POSTagger tagger;
    private final String fingerprint;

    private EnglishTagger(SentenceSplitter sentences, Loaded<TokenizerModel> tokens, Loaded<POSModel> tags) {
        this.sentences = sentences;
        this.tokenizer = new ThreadSafeTokenizerME(tokens.model());
        this.tagger = new ThreadSafePOSTaggerME(tags.model());
        this.fingerprint = Hashes.ofParts(List.of(sentences.fingerprint(), tokens.fingerprint(), tags.fingerprint()));
    }

    /** Loads the models from the class path. */
    static EnglishTagger load(SentenceSplitter sentences) {
        return new EnglishTagger(
                sentences,
                OpenNlpModels.load("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin", TokenizerModel::new),
                OpenNlpModels.load("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin", POSModel::new));
    }

    String fingerprint() {
        return fingerprint;
    }

    TaggedStory tag(String text) {
        return new TaggedStory(
                sentences.split(text).stream().map(this::tagSentence).toList());
    }

    private List<TaggedWord> tagSentence(String sentence) {
        String[] tokens = tokenizer.tokenize(QuotationMarks.straight(sentence));
        PorterStemmer stemmer = new PorterStemmer();
        List<TaggedWord> words = new ArrayList<>();
        for (int from = 0; from < tokens.length; from += TOKENS_AT_ONCE) {
            String[] part = Arrays.copyOfRange(tokens, from, Math.min(from + TOKENS_AT_ONCE, tokens.length));
            String[] tags = tagger.tag(part);
            for (int i = 0; i < part.length; i++) {
                if (LATIN.matcher(part[i]).find()) {
                    words.add(word(part[i].toLowerCase(Locale.ROOT), tags[i], stemmer));
                }
            }
        }
        return words;
    }

    /** The models keep "river's" in one piece and tag it NOUN+PART: what counts is the river. */
    private static TaggedWord word(String token, String tag, PorterStemmer stemmer) {
        int clitic = tag.indexOf('+');
        int apostrophe = token.lastIndexOf('\'');
        boolean cut = clitic > 0 && apostrophe > 0;
        String form = cut ? token.substring(0, apostrophe) : token;
        return new TaggedWord(form, stemmer.stem(form), clitic > 0 ? tag.substring(0, clitic) : tag);
    }
}
