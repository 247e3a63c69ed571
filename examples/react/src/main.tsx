import type { ArticleWidgetElement } from "article-widget/react";
import "article-widget/react";
import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

const ARTICLES = ["The island", "The coast"];

/** A discussion that tells how many comments were posted while it was shown. */
function Discussion({ title, onPosted }: { title: string; onPosted: (name: string | null) => void }) {
  const widget = useRef<ArticleWidgetElement>(null);
  useEffect(() => {
    const element = widget.current;
    const posted = (event: HTMLElementEventMap["article-widget:comment-posted"]) => onPosted(event.detail.name);
    element?.addEventListener("article-widget:comment-posted", posted);
    return () => element?.removeEventListener("article-widget:comment-posted", posted);
  }, [onPosted]);
  return (
    <article-widget ref={widget} thread={`react: ${title}`} loading="eager">
      <article>
        <h1>{title}</h1>
        <p>React draws this article, and leaves the discussion below it to the widget.</p>
      </article>
    </article-widget>
  );
}

function App() {
  const [title, setTitle] = useState("The island");
  const [posted, setPosted] = useState(0);
  const [onPosted] = useState(() => () => setPosted((count) => count + 1));
  return (
    <>
      <nav>{ARTICLES.map((name) => <button key={name} type="button" onClick={() => setTitle(name)}>{name}</button>)}</nav>
      <Discussion title={title} onPosted={onPosted} />
      <p id="posted">{posted} posted</p>
    </>
  );
}

createRoot(document.getElementById("root")!).render(<StrictMode><App /></StrictMode>);
