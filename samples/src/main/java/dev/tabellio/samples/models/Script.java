package dev.tabellio.samples.models;

/** What a scripted server says to a request. Asked by many threads at once. */
@FunctionalInterface
public interface Script {

    Reply reply(SeenRequest request);
}
