// placeholder
document.documentElement.classList.add("js");
