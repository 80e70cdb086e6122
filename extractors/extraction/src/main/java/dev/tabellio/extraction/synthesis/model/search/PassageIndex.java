package dev.tabellio.extraction.synthesis.model.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Passages of one text, to be searched. Not for several threads at a time; close it. */
public final class PassageIndex implements AutoCloseable {

    private static final String TEXT = "text";
    private static final String HEADING = "heading";

    /** A heading says in two words what its section is about. */
    private static final float IN_HEADING = 2;

    /** The words of a phrase together, against each of them alone. */
    private static final float AS_PHRASE = 3;

    /** Words of a phrase may stand this far apart: "law of the State of". */
    private static final int SLOP = 3;

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    public PassageIndex(List<Passage> passages) {
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (Passage passage : passages) {
                    Document document = new Document();
                    document.add(new TextField(HEADING, passage.heading(), Field.Store.NO));
                    document.add(new TextField(TEXT, passage.text(), Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            this.reader = DirectoryReader.open(directory);
            this.searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new BM25Similarity());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Passages that say something about what is wanted.
     *
     * @param most at most so many
     * @return places in the list of passages, the best first; equally good ones in their order
     */
    public List<Integer> best(Wanted wanted, int most) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        QueryBuilder builder = new QueryBuilder(analyzer);
        add(query, builder.createBooleanQuery(TEXT, wanted.description()), 1);
        add(query, builder.createBooleanQuery(HEADING, wanted.description()), IN_HEADING);
        for (String phrase : wanted.phrases()) {
            add(query, builder.createBooleanQuery(TEXT, phrase), 1);
            add(query, builder.createBooleanQuery(HEADING, phrase), IN_HEADING);
            add(query, builder.createPhraseQuery(TEXT, phrase, SLOP), AS_PHRASE);
            add(query, builder.createPhraseQuery(HEADING, phrase, SLOP), AS_PHRASE * IN_HEADING);
        }
        try {
            List<Integer> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), Math.max(1, most)).scoreDocs) {
                found.add(hit.doc);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A query of stop words alone is null. */
    private static void add(BooleanQuery.Builder query, @org.jspecify.annotations.Nullable Query part, float weight) {
        if (part != null) {
            query.add(new BoostQuery(part, weight), BooleanClause.Occur.SHOULD);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
            analyzer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
